let player;

chrome.browserAction.onClicked.addListener(() => {
  player = new Audio('ding.mp3');
  player.play();
});
chrome.commands.onCommand.addListener(() => {
  player.pause();
});
