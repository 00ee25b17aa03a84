const name = 'tab';
const greet = (tab) => {
  console.log(name, tab.id);
};

chrome.tabs.onCreated.addListener(greet);
