(function () {
  let count = 0;
  chrome.tabs.onCreated.addListener(() => {
    count++;
    console.log('a', count);
  });
})();
(function () {
  let count = 0;
  chrome.tabs.onRemoved.addListener(() => {
    count++;
    console.log('b', count);
  });
})();
