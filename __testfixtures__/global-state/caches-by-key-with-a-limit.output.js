const patterns = {};
const lower = new Map();
const trimmed = new Map();
const latest = new Map();
let tests = {};
const parts = {};
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

function patternOf(glob) {
  if (glob in patterns) {
    return patterns[glob];
  } else {
    let pattern;
    try {
      pattern = new RegExp("^" + glob.replace(/\*/g, ".*") + "$");
    } catch (error) {
      pattern = /^$/;
    }
    patterns[glob] = pattern;
    return pattern;
  }
}

function lowerOf(text) {
  let result = lower.get(text);
  if (!result) lower.set(text, result = text.toLowerCase());
  return result;
}

function trimmedOf(text) {
  if (!trimmed.has(text)) {
    if (trimmed.size > 1) trimmed.clear();
    trimmed.set(text, text.trim());
  }
  return trimmed.get(text);
}

function latestOf(text) {
  if (latest.has(text)) return latest.get(text);
  const value = text.split("/");
  latest.set(text, value);
  if (latest.size > 1) {
    latest.delete(latest.keys().next().value);
  }
  return value;
}

function testOf(text) {
  return tests[text] || (tests[text] = new RegExp(text, "i"));
}

function partOf(text) {
  if (!Object.prototype.hasOwnProperty.call(parts, text)) parts[text] = text.slice(0, 8);
  if (Object.keys(parts).length > 1) delete parts[Object.keys(parts)[0]];
  return text.slice(0, 8);
}

chrome.tabs.onRemoved.addListener(() => {
  tests = {};
});

chrome.tabs.onUpdated.addListener(async (tabId, info, { url }) => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  const { source } = patternOf(url);
  chrome.tabs.sendMessage(tabId, [count, source, lowerOf(url), trimmedOf(url), latestOf(url).length, testOf(url).source, partOf(url)]);
});
