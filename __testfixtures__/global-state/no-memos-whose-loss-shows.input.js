// What may look like a cache, and is another one after an unload.
let chosen;
let picked;
let first;
let rest;
let far;
let tabs = null;
let lines = null;
let counter = null;
let device = null;
let greeting = null;

const choose = (name = 'none') => (chosen ??= name);

function pick({ name }) {
  if (!picked) picked = { name };
  return picked;
}

function keepFirst(message) {
  const { name } = message;
  if (!first) first = name;
  return first;
}

function keepRest(...names) {
  if (!rest) rest = names[0];
  return rest;
}

function keepFar() {
  if (!far) far = arguments[0];
  return far;
}

async function usedTab() {
  if (!tabs) tabs = await chrome.tabs.query({ active: true });
  return tabs[0];
}

async function load() {
  return (await chrome.storage.local.get({ lines: [] })).lines;
}

function linesOf() {
  if (!lines) lines = load();
  return lines;
}

function makeCounter() {
  let count = 0;
  return { next: () => ++count };
}

function next() {
  if (!counter) counter = makeCounter();
  return counter.next();
}

async function register() {
  const answer = await fetch('https://example.org/devices', { method: 'POST' });
  return answer.json();
}

function deviceOf() {
  return device || (device = register());
}

function greet() {
  if (greeting) return greeting;
  greeting = 'hello';
  navigator.sendBeacon('https://example.org/greeted');
  return greeting;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  usedTab().then((tab) => tab && chrome.tabs.sendMessage(tab.id, greet()));
  linesOf().then((list) => list.push(message.line));
  deviceOf().then((known) => sendResponse([known, choose(message.name), pick(message), keepFirst(message), keepRest(message.name), keepFar(message.name), next()]));
  return true;
});
