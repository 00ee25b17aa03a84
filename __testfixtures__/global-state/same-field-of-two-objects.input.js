const opened = { count: 0, last: null };
const closed = { count: 0, last: null };
let count = 0;

chrome.tabs.onCreated.addListener(tab => {
  opened.count++;
  opened.last = tab.id;
  count++;
});

chrome.tabs.onRemoved.addListener(id => {
  closed.count++;
  closed.last = id;
  console.log(count, opened.count, opened.last, closed.count, closed.last);
});
