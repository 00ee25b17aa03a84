// Tabs that are in reading mode. They all are in ordinary mode after a restart.
var reading = {}
var saver = null

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'article', title: 'Article tools', contexts: ['page', 'selection'] })
  chrome.contextMenus.create({ id: 'keep', parentId: 'article', title: 'Keep my place', contexts: ['page'] })
  chrome.contextMenus.create({ id: 'back', parentId: 'article', title: 'Back to my place', contexts: ['page'] })
  chrome.contextMenus.create({ id: 'links', parentId: 'article', title: 'Count the links', contexts: ['page'] })
  chrome.contextMenus.create({ id: 'quote', parentId: 'article', title: 'Quote "%s"', contexts: ['selection'] })
  chrome.alarms.create('tidy', { delayInMinutes: 1, periodInMinutes: 24 * 60 })
})

chrome.action.onClicked.addListener(async function (tab) {
  await itemsLoaded
  inject.measure(tab.id, function (facts) {
    if (!facts) {
      chrome.action.setBadgeText({ tabId: tab.id, text: '-' })
      return
    }
    var minutes = util.minutes(facts.words)
    reading[tab.id] = true
    chrome.action.setBadgeText({ tabId: tab.id, text: minutes + 'm' })
    store.get(function (items) { inject.theme(tab.id, items) })
    store.note(tab.url, { words: facts.words, images: facts.images, minutes: minutes })
    inject.say(minutes + ' min. "' + tab.title + '"')
  })
})

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  switch (info.menuItemId) {
    case 'keep':
      inject.position(tab.id, function (y) { store.note(tab.url, { y: y }) })
      break
    case 'back':
      store.get(function (items) {
        var known = items.readings[util.clean(tab.url)]
        if (known) inject.scroll(tab.id, known.y || 0)
      })
      break
    case 'links':
      inject.links(tab.id, function (count) { store.note(tab.url, { links: count }) })
      break
    case 'quote':
      store.note(info.pageUrl, { quote: info.selectionText })
  }
})

// Forgets pages that were measured and never read on.
chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name !== 'tidy') return
  store.get(function (items) {
    util.each(items.readings, function (url, known) {
      if (known.y === undefined) delete items.readings[url]
    })
    chrome.storage.local.set({ readings: items.readings })
  })
})

chrome.tabs.onRemoved.addListener(async function (tabId) {
  await itemsLoaded
  delete reading[tabId]
})

var items
// Keeps the place of the page in front every minute, if the user wants that.
var itemsLoaded = chrome.storage.local.get({ autosave: false }).then(function (found) {
  items = found
  if (!items.autosave) return
  saver = setInterval(function () {
    chrome.tabs.query({ active: true, lastFocusedWindow: true }, function (tabs) {
      if (tabs[0] && reading[tabs[0].id]) {
        inject.position(tabs[0].id, function (y) { store.note(tabs[0].url, { y: y }) })
      }
    })
  }, 60000)
}).catch(console.error)

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'stop') {
    itemsLoaded.then(function () {
      clearInterval(saver)
      sendResponse(true)
    })
    return true
  } else if (message.clean) {
    sendResponse(util.clean(message.clean))
  }
})

chrome.tabs.onActivated.addListener(async function (active) {
  await itemsLoaded
  if (!items.autosave) return
  if (reading[active.tabId]) chrome.action.setTitle({ title: 'Your place is kept' })
})
