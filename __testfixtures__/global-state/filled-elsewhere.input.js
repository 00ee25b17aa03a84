class Journal {
  constructor(lines) {
    this.write = (line) => lines.push(line);
  }
}

function put(list, item) {
  list.push(item);
}

const lines = [];
const pages = [];
const EMPTY = {};
const rows = [];
const journal = new Journal(lines);
const table = new DataTable(rows);

chrome.tabs.onRemoved.addListener((tabId) => {
  journal.write(`closed ${tabId}`);
  table.append(tabId);
});

chrome.tabs.onUpdated.addListener((tabId, { status, title }) => {
  if (status === 'complete') put.call(null, pages, title || EMPTY);
  console.log(Object.keys(EMPTY));
});

chrome.action.onClicked.addListener(() => {
  chrome.storage.local.set({ lines, pages, rows });
});
