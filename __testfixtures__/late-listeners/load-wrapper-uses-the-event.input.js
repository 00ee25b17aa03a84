window.addEventListener('load', function (event) {
  console.log(event.timeStamp);
  chrome.tabs.onCreated.addListener(() => {});
});
