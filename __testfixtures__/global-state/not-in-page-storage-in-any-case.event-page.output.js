function withDefaults(given) {
  return Object.assign(JSON.parse(localStorage.options || '{}'), given);
}

function saveLater(settings) {
  if (!settings.synced) return;
  localStorage.settings = JSON.stringify(settings);
}

function saveMode(view) {
  localStorage.view = JSON.stringify({ mode: view.mode });
}

var savers = {
  all: function (rules) { localStorage.rules = JSON.stringify(rules); },
  none: function (rules) { console.log(rules); },
};

var options = withDefaults({});
var settings = JSON.parse(localStorage.settings || '{}');
var view = JSON.parse(localStorage.view || '{}');
var rules = JSON.parse(localStorage.rules || '{}');
var counts = JSON.parse(localStorage.counts || '{}');
var pages = JSON.parse(localStorage.pages || '{}');
var marks = JSON.parse(localStorage.marks || '{}');
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ settings: settings, view: view, counts: counts, pages: pages, marks: marks }, function (saved) {
    if (saved) {
      settings = saved.settings;
      view = saved.view;
      counts = saved.counts;
      pages = saved.pages;
      marks = saved.marks;
    }
    resolve();
  });
});

function saveMarks() {
  localStorage.marks = JSON.stringify(marks);
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  options = withDefaults(message.options);
  stateRestored.then(function () {
    settings.theme = 'dark';
    chrome.storage.session.set({ settings: settings });
    saveLater(settings);
    view.size = 3;
    chrome.storage.session.set({ view: view });
    saveMode(view);
    rules.strict = true;
    savers[message.how](rules);
    for (var name of message.names) {
      if (name === 'stop') return;
      counts.names = 1;
      chrome.storage.session.set({ counts: counts });
    }
    localStorage.counts = JSON.stringify(counts);
    for (var page of message.pages) {
      pages.last = 1;
      if (page === 'stop') break;
      localStorage.pages = JSON.stringify(pages);
    }
    chrome.storage.session.set({ pages: pages });
    marks.seen = true;
    chrome.storage.session.set({ marks: marks });
    message.keep && saveMarks();
  });
});
chrome.tabs.onCreated.addListener(async function () {
  await stateRestored;
  console.log(options, settings, view, rules, counts, pages, marks);
});
