chrome.runtime.onInstalled.addListener(function () {
  chrome.alarms.create('new-day', { periodInMinutes: 1440 })
})

chrome.tabs.onUpdated.addListener(function (tabId, change) {
  if (!change.url) return
  chrome.tabs.get(tabId, async function (tab) {
    await stateRestored
    if (tab && /^http/.test(change.url)) spend(new URL(change.url).hostname)
  })
})

chrome.action.onClicked.addListener(async function () {
  await stateRestored
  budget += 5
  chrome.storage.session.set({ budget: budget })
  showBudget()
})

chrome.alarms.onAlarm.addListener(async function (alarm) {
  if (alarm.name !== 'new-day') return
  await stateRestored
  spent = 0
  hosts = {}
  chrome.storage.session.set({ spent: spent, hosts: hosts })
  showBudget()
})

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'spent') {
    stateRestored.then(function () {
      sendResponse({ budget: budget, spent: spent, hosts: hosts })
    })
    return true
  } else if (message.spend) {
    stateRestored.then(function () {
      sendResponse(spend(message.spend))
    })
    return true
  }
})
