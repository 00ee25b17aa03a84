let words = [];
let marks = [];
let lists = [];
browser.storage.sync.get({ words: [] }).then((found) => {
  words = found.words;
});
browser.storage.local.get({ marks: [] }).then((found) => {
  marks = found.marks;
});
browser.storage.local.get({ lists: [] }).then((found) => {
  lists = found.lists;
});

// The request waits for this listener.
browser.webRequest.onBeforeRequest.addListener((details) => {
  const filter = browser.webRequest.filterResponseData(details.requestId);
  const known = words.length;
  filter.ondata = (event) => {
    filter.write(event.data);
    console.log(known);
  };
  filter.onstop = () => filter.close();
}, { urls: ['*://a.example/*'] }, ['blocking']);

// It does not wait for these: what comes before `ondata` is set would be lost.
browser.webRequest.onHeadersReceived.addListener((details) => {
  const filter = browser.webRequest.filterResponseData(details.requestId);
  const known = marks.length;
  filter.ondata = (event) => {
    filter.write(event.data);
    console.log(known);
  };
  filter.onstop = () => filter.close();
}, { urls: ['*://b.example/*'] });

function watch(id) {
  const filter = browser.webRequest.filterResponseData(id);
  filter.ondata = ({ data }) => filter.write(data);
}

browser.webRequest.onBeforeSendHeaders.addListener(({ requestId, url }) => {
  if (lists.includes(url)) watch(requestId);
}, { urls: ['*://c.example/*'] }, ['requestHeaders']);
