const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').addEventListener('click', function (event) {
  bg.sendResponse('a');
  bg.sender('b');
  document.title = bg.message;
});
