chrome.alarms.onAlarm.addListener(() => {
  new Audio('bell.mp3').play();
});
