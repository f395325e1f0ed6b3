// usage: record.js NODE_FOLDER plain|expand < TEXT: the variables as JSON. See record.py.
const [folder, mode] = process.argv.slice(2);
const { createRequire } = require("module");
const from = createRequire(require("path").resolve(folder) + "/");
let parsed = from("dotenv").parse(require("fs").readFileSync(0));
if (mode === "expand") {
  parsed = from("dotenv-expand").expand({ parsed, processEnv: {} }).parsed;
}
process.stdout.write(JSON.stringify(parsed));
