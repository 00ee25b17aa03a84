const API = "https://api.example/define?word=";
const definitions = {};
const patterns = {};
const hosts = new Map();
const parsed = new Map();
const pending = {};

function patternOf(glob) {
  return patterns[glob] || (patterns[glob] = new RegExp("^" + glob.replace(/\*/g, ".*") + "$"));
}

function hostOf(url) {
  if (!hosts.has(url)) {
    hosts.set(url, new URL(url).hostname.replace(/^www\./, ""));
  }
  return hosts.get(url);
}

function parse(line) {
  let rule = parsed.get(line);
  if (rule === undefined) {
    const [glob, color] = line.split(" ");
    rule = { glob, color };
    parsed.set(line, rule);
  }
  return rule;
}

function load(path) {
  if (!(path in pending)) pending[path] = fetch(chrome.runtime.getURL(path)).then((answer) => answer.text());
  return pending[path];
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const { word } = message;
  if (definitions[word]) {
    sendResponse(definitions[word]);
    return false;
  }
  fetch(API + encodeURIComponent(word))
    .then((answer) => answer.json())
    .then((found) => {
      definitions[word] = found;
      sendResponse(found);
    });
  return true;
});

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url) return;
  load("rules.txt").then((text) => {
    const rule = text.split("\n").map(parse).find(({ glob }) => patternOf(glob).test(hostOf(url)));
    if (rule) chrome.tabs.sendMessage(tabId, rule.color);
  });
});

const titles = new Map();
const icons = {};

async function titleOf(url) {
  const hit = titles.get(url);
  if (hit !== undefined) return hit;
  const html = await (await fetch(url)).text();
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? url;
  titles.set(url, title);
  return title;
}

async function iconOf(origin) {
  if (!icons[origin]) {
    const blob = await (await fetch(origin + "/favicon.ico")).blob();
    icons[origin] = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
  }
  return icons[origin];
}

chrome.bookmarks.onCreated.addListener(async (id, { url }) => {
  console.log(await titleOf(url), await iconOf(url));
});
