const sources = ['a', 'b']
const startCheck = () => chrome.alarms.create('check', { periodInMinutes: 5 })
chrome.runtime.onInstalled.addListener(startCheck)
chrome.runtime.onStartup.addListener(startCheck)
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'check') check()
  if (alarm.name === 'refresh') refresh()
})
;[...sources].forEach((source) => check(source))

chrome.runtime.onInstalled.addListener(refresh)
chrome.runtime.onStartup.addListener(refresh)
;(() => console.log('started'))()
chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: 10 })
})
;`done`

function refresh() {
  fetch('https://news.example/').then((answer) => chrome.action.setTitle({ title: answer.statusText }))
}

function check(source) {
  fetch('https://news.example/' + source)
}

chrome.action.onClicked.addListener(() => {
  chrome.alarms.clear('check')
})
