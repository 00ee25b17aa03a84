let current;
let marked = false;

function update() {
  const query = (tabs) => {
    current = tabs[0]?.id;
    chrome.bookmarks.search({ url: 'https://a.example/' }).then((found) => {
      marked = Boolean(found);
      chrome.action.setTitle({ title: marked ? 'marked' : 'plain' });
    });
  };
  chrome.tabs.query({ active: true }).then(query);
}

chrome.tabs.onUpdated.addListener(update);
chrome.tabs.onActivated.addListener(update);
chrome.action.onClicked.addListener(() => console.log(marked, current));

update();
