chrome.idle.onStateChanged.addListener(state => {
  chrome.alarms.clear('pause')
  if (state !== 'idle') return
  chrome.alarms.create('pause', {delayInMinutes: 1.5})
})

chrome.alarms.onAlarm.addListener(alarm => {
  if (alarm.name === 'pause') {
    chrome.tabs.create({url: 'pause.html'})
  }
})
