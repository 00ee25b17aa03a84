chrome.runtime.onInstalled.addListener(function () {
  chrome.alarms.create('new-day', { periodInMinutes: 1440 })
})

chrome.tabs.onUpdated.addListener(function (tabId, change) {
  if (!change.url) return
  chrome.tabs.get(tabId, function (tab) {
    if (tab && /^http/.test(change.url)) spend(new URL(change.url).hostname)
  })
})

chrome.browserAction.onClicked.addListener(function () {
  budget += 5
  showBudget()
})

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name !== 'new-day') return
  spent = 0
  hosts = {}
  showBudget()
})

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'spent') {
    sendResponse({ budget: budget, spent: spent, hosts: hosts })
  } else if (message.spend) {
    sendResponse(spend(message.spend))
  }
})
