chrome.storage.local.get('seen', () => {
  chrome.tabs.onCreated.addListener(greet);
});

const name = 'tab';
const greet = (tab) => {
  console.log(name, tab.id);
};
