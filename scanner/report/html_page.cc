#include "scanner/report/html_page.h"

namespace leaksieve {

std::string_view html_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1c2024; --soft: #4d555e; --line: #c9ced4; --card: #f5f6f8;
  --link: #0b57b0; --critical: #a8071a; --high: #b23c00; --medium: #7a5800;
  --low: #35566f; --bar: #b23c00; --track: #dfe3e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --ink: #e8eaed; --soft: #b3bac2; --line: #414850; --card: #1e2226;
    --link: #8ab8ff; --critical: #ff8f94; --high: #ffab7d; --medium: #f2cf6b;
    --low: #a5c8e4; --bar: #ffab7d; --track: #363c43;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--page);
  color: var(--ink); font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif;
}
a { color: var(--link); }
code { font: 0.9em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.soft { color: var(--soft); }
.warning { border: 2px solid var(--critical); border-radius: 6px; padding: 0.5rem 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.75rem; padding: 0; list-style: none; }
.counts li { background: var(--card); border: 1px solid var(--line); border-radius: 6px;
  padding: 0.5rem 1rem; min-width: 7rem; }
.counts b { display: block; font-size: 1.5rem; line-height: 1.2; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
label { display: block; font-size: 0.9rem; }
label.check { padding-bottom: 0.4rem; }
input, select, button { font: inherit; color: inherit; background: var(--page);
  border: 1px solid var(--soft); border-radius: 4px; padding: 0.3rem 0.5rem; max-width: 100%; }
input[type=search] { width: 18rem; }
select { max-width: 16rem; }
#list { padding: 0; list-style: none; }
#list > li { border: 1px solid var(--line); border-radius: 6px; margin: 0.5rem 0;
  background: var(--card); }
summary { padding: 0.6rem 0.8rem; cursor: pointer; }
.inside { padding: 0 0.8rem 0.8rem; border-top: 1px solid var(--line); }
.badge { font-weight: 700; margin: 0 0.4rem; }
.critical { color: var(--critical); } .high { color: var(--high); }
.medium { color: var(--medium); } .low { color: var(--low); }
.place { border-left: 3px solid var(--line); padding-left: 0.8rem; margin: 0.8rem 0; }
.place p { margin: 0.15rem 0; }
.track { position: relative; height: 0.6rem; background: var(--track); border-radius: 3px;
  margin: 0.3rem 0; forced-color-adjust: none; }
.track span { position: absolute; top: 0; bottom: 0; min-width: 4px; background: var(--bar);
  border-radius: 3px; }
@media print {
  :root { color-scheme: light; --page: #fff; --ink: #000; --soft: #333; --card: #fff; }
  form, #more, .skip { display: none; }
  #list > li { break-inside: avoid-page; }
  a[href]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
)css";
}

std::string_view html_script() {
  return R"js(
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const STEP = 50;
const LEVELS = ['critical', 'high', 'medium', 'low'];
const SURE = ['proven', 'high', 'medium', 'low'];
const byId = id => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children.filter(child => child !== null));
  return made;
}
const code = text => element('code', {}, text);
const number = (count, noun) => count + ' ' + noun + (count === 1 ? '' : 's');

const ruleOf = group => data.rules[group.rule];
data.groups.forEach((group, index) => {
  group.order = index + 1;
  group.days = Math.max(0, ...group.places.map(place => place.days || 0));
  group.atHead = group.places.some(place => place.in_head);
  group.owners = [...new Set(group.places.map(place => place.owner || place.author)
    .filter(Boolean))];
  group.text = [group.rule, ruleOf(group).title, group.secret,
    ...group.places.map(place => [place.place, place.author, place.owner, place.commit,
      ...(place.refs || [])].join(' '))].join('\n').toLowerCase();
});

const times = data.groups.flatMap(group => group.places.map(place => Date.parse(place.since)))
  .filter(time => !Number.isNaN(time));
const end = data.started * 1000;
const begin = times.reduce((least, time) => Math.min(least, time), end);

function timeline(place) {
  if (!place.since) return null;
  const from = Date.parse(place.since);
  const to = place.until ? Date.parse(place.until) : end;
  const words = 'Introduced ' + place.since.slice(0, 10) +
    (place.until ? ', removed from HEAD ' + place.until.slice(0, 10) : ', not removed');
  const bar = element('span', {});
  const width = Math.max(end - begin, 1);
  const clamp = part => Math.min(Math.max(part, 0), 1) * 100 + '%';
  bar.style.left = clamp((from - begin) / width);
  bar.style.right = clamp((end - to) / width);
  return element('div', {class: 'track', role: 'img', 'aria-label': words}, bar);
}

function placeOf(place) {
  const box = element('div', {class: 'place'}, element('p', {}, code(place.place)));
  const add = (...parts) => box.append(element('p', {}, ...parts));
  if (place.commit) {
    add('Introduced ', (place.date || '').slice(0, 10), ' in ', code(place.commit), ' by ',
      place.author || 'an unknown author');
  }
  if (place.owner) add('Ask: ' + place.owner);
  if (place.lifetime) add('Exposure: ' + place.lifetime);
  const track = timeline(place);
  if (track) box.append(track);
  if (place.refs && place.refs.length) {
    add('Alive on: ', code(place.refs.join(' ')),
      place.more_refs ? ' and ' + place.more_refs + ' more' : '');
  }
  if (place.evidence) add('Because: ' + place.evidence);
  for (const related of place.related || []) add(related.role + ': ', code(related.place));
  return box;
}

function fill(box, group) {
  if (box.childElementCount) return;
  const rule = ruleOf(group);
  box.append(element('p', {}, rule.title));
  box.append(element('h3', {}, 'What to do'));
  if (group.rotate && rule.steps.length) {
    box.append(element('ol', {}, ...rule.steps.map(step => element('li', {}, step))));
  } else {
    box.append(element('p', {}, group.advice || 'Nothing leaks; look at the change.'));
  }
  if (rule.url) {
    box.append(element('p', {}, element('a', {href: rule.url, rel: 'noopener noreferrer'},
      'How ' + group.rule + ' is rotated')));
  }
  box.append(element('h3', {}, number(group.places.length, 'place')));
  box.append(...group.places.map(placeOf));
}

function itemOf(group) {
  const first = group.places[0];
  const summary = element('summary', {}, '#' + group.order + ' ',
    element('span', {class: 'badge ' + group.severity}, group.severity),
    element('b', {}, group.rule), ' ', group.secret ? code(group.secret) : null,
    ' ', code(first.place),
    group.places.length > 1 ? ' and ' + number(group.places.length - 1, 'more place') : '',
    element('span', {class: 'soft'}, ' confidence ' + group.confidence +
      (group.atHead ? ', in HEAD' : '') +
      (group.days ? ', ' + number(group.days, 'day') : '')));
  const inside = element('div', {class: 'inside'});
  const details = element('details', {}, summary, inside);
  details.addEventListener('toggle', () => { if (details.open) fill(inside, group); });
  return element('li', {}, details);
}

const SORTS = {
  order: (a, b) => a.order - b.order,
  severity: (a, b) => LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity) ||
    a.order - b.order,
  age: (a, b) => b.days - a.days || a.order - b.order,
  path: (a, b) => (a.places[0].place < b.places[0].place ? -1 : 1),
  rule: (a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.order - b.order),
};

let chosen = [];
let shown = 0;
function showMore(count) {
  const next = chosen.slice(shown, shown + count);
  byId('list').append(...next.map(itemOf));
  shown += next.length;
  const rest = chosen.length - shown;
  byId('more').hidden = rest === 0;
  byId('more').textContent = 'Show ' + Math.min(rest, STEP) + ' more of ' + rest;
}

function choose() {
  const words = byId('words').value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = name => byId(name).value;
  chosen = data.groups.filter(group =>
    (!wanted('severity') || group.severity === wanted('severity')) &&
    (!wanted('confidence') || group.confidence === wanted('confidence')) &&
    (!wanted('rule') || group.rule === wanted('rule')) &&
    (!wanted('owner') || group.owners.includes(wanted('owner'))) &&
    (!byId('head').checked || group.atHead) &&
    (!byId('rotate').checked || group.rotate) &&
    words.every(word => group.text.includes(word)));
  chosen.sort(SORTS[wanted('sort')]);
  byId('list').replaceChildren();
  shown = 0;
  showMore(STEP);
  byId('status').textContent =
    number(chosen.length, 'secret') + ' of ' + data.groups.length + ' match';
}

function offer(name, values) {
  byId(name).append(...values.map(value => element('option', {value}, value)));
}
offer('severity', LEVELS);
offer('confidence', SURE);
offer('rule', Object.keys(data.rules).sort());
offer('owner', [...new Set(data.groups.flatMap(group => group.owners))].sort());
let timer = 0;
byId('filters').addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(choose, 60);
});
byId('filters').addEventListener('submit', event => event.preventDefault());
byId('filters').addEventListener('reset', () => setTimeout(choose, 0));
byId('more').addEventListener('click', () => {
  const from = shown;
  showMore(STEP);
  byId('list').children[from].querySelector('summary').focus();
});
window.addEventListener('beforeprint', () => {
  showMore(chosen.length);
  [...byId('list').children].forEach((item, index) => {
    const details = item.firstChild;
    fill(details.lastChild, chosen[index]);
    details.open = true;
  });
});
choose();
document.documentElement.dataset.ready = 'yes';
)js";
}

}  // namespace leaksieve
