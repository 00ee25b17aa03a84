chrome.tabs.onCreated.addListener(() => {
  console.log(new Range(1, 2), find([1], Boolean), screen.width, status);
});
