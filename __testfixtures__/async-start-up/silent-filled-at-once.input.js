let names = [];
names = ['a', 'b'].map((name) => name.toUpperCase());

chrome.tabs.onCreated.addListener(() => {
  console.log(names);
});
