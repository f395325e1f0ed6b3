"""Derives the table and the weights of the randomness score from public and generated text.

    derive.py FOLDER... > scanner/match/assignment/randomness_table.h

FOLDERs hold public source code and prose (the table in the repository: the sources of Go and of
Python's library). What text looks like is counted there; what secrets look like is generated, so
nothing is learned from a labelled set. The same folders give the same bytes.

1. Bigrams: log2 of how much more often letter b follows letter a in text than in random letters,
   in tenths of a bit. Pairs are counted inside words: a change from lower to upper case or to
   anything but a letter ends one.
2. Weights: a logistic regression over the features that randomness.cc computes, text against
   generated strings. A score over 0 says "more likely generated than written".
"""
import collections
import math
import os
import random
import re
import string
import sys

ENDINGS = (".py", ".go", ".c", ".h", ".js", ".txt", ".md", ".rst", ".html")
LETTERS = string.ascii_lowercase
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# What stands where a secret could: strings and right-hand sides of one piece.
PIECE = re.compile(r"""["'=: ]([0-9A-Za-z_./+=-]{8,64})["'\s,;)]""")
FEATURES = ["constant", "entropy below the floor", "bigrams", "best run of bigrams", "changes of class", "digits",
            "log2 of the length"]
FLOORS = [(12, (2.12, 2.52, 2.58, 2.79)), (16, (2.48, 2.95, 3.03, 3.16)), (20, (2.72, 3.11, 3.18, 3.51)),
          (24, (2.86, 3.32, 3.41, 3.74)), (32, (3.10, 3.66, 3.78, 4.08)), (40, (3.29, 3.88, 3.96, 4.33)),
          (50, (3.44, 4.13, 4.16, 4.57)), (64, (3.54, 4.30, 4.36, 4.85))]


def texts(folders):
    for folder in folders:
        for path, names, files in sorted(os.walk(folder)):
            names.sort()
            for name in sorted(files):
                if name.endswith(ENDINGS):
                    with open(os.path.join(path, name), encoding="utf-8", errors="replace") as file:
                        yield file.read(1 << 18)


def letter_runs(value):
    """The words that bigrams are looked up in, lower case."""
    return [word.lower() for word in WORD.findall(value)]


def count(folders, rng):
    pairs, pieces = collections.Counter(), []
    for text in texts(folders):
        for word in WORD.findall(text):
            word = word.lower()
            pairs.update(zip(word, word[1:]))
        found = PIECE.findall(text)
        pieces += rng.sample(found, min(len(found), 20))
    return pairs, pieces


def bigram_table(pairs):
    table, total = {}, sum(pairs.values())
    for a in LETTERS:
        for b in LETTERS:
            share = (pairs[a, b] + 1) / (total + 676)
            table[a, b] = max(-60, min(60, round(10 * math.log2(share * 676))))
    return table


def entropy(value):
    counts = collections.Counter(value)
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())


def symbols_of(value):
    body = [c for c in value if c.isascii() and c.isalnum()]
    lower, upper = any(c.islower() for c in body), any(c.isupper() for c in body)
    if all(c.isdigit() for c in body):
        return 10
    if all(c in string.hexdigits for c in body) and not (lower and upper):
        return 16
    if all(c.isupper() or c in "234567" for c in body):
        return 32
    return 36 if not (lower and upper) else 62


def floor(length, symbols):
    column = 0 if symbols <= 16 else 1 if symbols <= 32 else 2 if symbols <= 36 else 3
    if length < FLOORS[0][0]:
        return 0
    for (n0, low), (n1, high) in zip(FLOORS, FLOORS[1:]):
        if length <= n1:
            part = (length - n0) / (n1 - n0)
            return low[column] + part * (high[column] - low[column]) - 0.1
    return FLOORS[-1][1][column] - 0.1


def kind(c):
    return 0 if c.islower() else 1 if c.isupper() else 2 if c.isdigit() else 3


def features(value, table):
    total = best = 0
    for word in letter_runs(value):
        here = 0
        for a, b in zip(word, word[1:]):
            total += table[a, b]
            here = max(0, here + table[a, b])
            best = max(best, here)
    n = len(value)
    changes = sum(kind(a) != kind(b) for a, b in zip(value, value[1:]))
    return [1.0, max(0.0, floor(n, symbols_of(value)) - entropy(value)), total / 10 / n, best / 10 / n, changes / n,
            sum(c.isdigit() for c in value) / n, math.log2(n)]


def generated(rng):
    alphabet = rng.choice(["0123456789abcdef", "0123456789ABCDEF", LETTERS + string.digits, LETTERS,
                           string.ascii_uppercase + "234567", string.ascii_letters + string.digits,
                           string.ascii_letters + string.digits, string.ascii_letters + string.digits + "+/",
                           string.ascii_letters + string.digits + "-_", string.ascii_letters + string.digits + "!@#$%^&*"])
    return "".join(rng.choice(alphabet) for _ in range(rng.choice([8, 10, 12, 16, 20, 24, 32, 32, 40, 48, 64])))


def solve(matrix, vector):
    """Gauss-Jordan with pivots; both arguments are used up."""
    n = len(vector)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(matrix[r][i]))
        matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
        vector[i], vector[pivot] = vector[pivot], vector[i]
        for r in range(n):
            if r != i:
                factor = matrix[r][i] / matrix[i][i]
                matrix[r] = [x - factor * y for x, y in zip(matrix[r], matrix[i])]
                vector[r] -= factor * vector[i]
    return [vector[i] / matrix[i][i] for i in range(n)]


def regress(rows):
    """Newton's method with a small ridge; rows are (features, 0 or 1)."""
    size, weights = len(FEATURES), [0.0] * len(FEATURES)
    for _ in range(12):
        gradient = [-0.5 * w for w in weights]
        hessian = [[0.5 * (i == j) for j in range(size)] for i in range(size)]
        for x, y in rows:
            p = 1 / (1 + math.exp(-max(-30, min(30, sum(a * b for a, b in zip(weights, x))))))
            for i in range(size):
                gradient[i] += (y - p) * x[i]
                for j in range(size):
                    hessian[i][j] += p * (1 - p) * x[i] * x[j]
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
    return weights


def main(folders):
    rng = random.Random(1)
    pairs, pieces = count(folders, rng)
    table = bigram_table(pairs)
    rng.shuffle(pieces)
    half = 12000
    rows = [(features(v, table), 0) for v in pieces[:half]] + [(features(generated(rng), table), 1) for _ in range(half)]
    weights = regress(rows)
    held = [(features(v, table), 0) for v in pieces[half:2 * half]]
    held += [(features(generated(rng), table), 1) for _ in range(half)]
    wrong = collections.Counter(y for x, y in held if (sum(a * b for a, b in zip(weights, x)) > 0) != bool(y))
    print(f"held out: {wrong[0]} of {sum(1 - y for _, y in held)} texts score over 0, "
          f"{wrong[1]} of {sum(y for _, y in held)} generated ones do not", file=sys.stderr)
    print("#pragma once\n\n// Made by rules/randomness/derive.py; not edited by hand.\n\n#include <cstdint>\n")
    print("namespace leaksieve {\n\n/// How much more often letter b follows a in text than in random letters, in tenths of\n"
          "/// a bit: kBigrams[a][b].\n// clang-format off\ninline constexpr std::int8_t kBigrams[26][26] = {")
    for a in LETTERS:
        print("    {" + ", ".join(f"{table[a, b]:3}" for b in LETTERS) + "},  // " + a)
    print("};\n// clang-format on\n\n/// One for each feature of randomness.cc, in its order.\n"
          "inline constexpr double kRandomnessWeights[] = {")
    width = max(len(f"{weight:.3f},") for weight in weights)
    for name, weight in zip(FEATURES, weights):
        print(f"    {weight:.3f},".ljust(width + 6) + f"// {name}")
    print("};\n\n}  // namespace leaksieve")


if __name__ == "__main__":
    main(sys.argv[1:])
