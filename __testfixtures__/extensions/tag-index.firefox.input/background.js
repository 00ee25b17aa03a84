// Tag -> addresses, in the order of their first use.
const index = new Map()
const stars = new Set()
const visits = new Map()
let lastTag = 'new'

browser.runtime.onInstalled.addListener(() => {
  browser.menus.create({ id: 'tag', title: 'Tag again', contexts: ['page'] })
})

function tag(name, url) {
  if (!index.has(name)) index.set(name, new Set())
  index.get(name).add(url)
  lastTag = name
}

browser.menus.onClicked.addListener(info => {
  if (info.menuItemId === 'tag' && info.pageUrl) tag(lastTag, info.pageUrl)
})

browser.browserAction.onClicked.addListener(tab => {
  if (!tab.url) return
  if (stars.has(tab.url)) stars.delete(tab.url)
  else stars.add(tab.url)
  browser.browserAction.setBadgeText({ text: stars.size > 0 ? String(stars.size) : '' })
})

browser.tabs.onUpdated.addListener((tabId, change) => {
  if (!change.url) return
  const path = new URL(change.url).pathname
  visits.set(path, { count: ((visits.get(path) || {}).count || 0) + 1, tab: tabId })
})

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'tag') {
    const name = message.tag.trim()
    tag(name, new URL(message.url).href)
    sendResponse({ tags: index.size, pages: index.get(name).size })
  } else if (message.type === 'star') {
    stars.add(new URL(message.url).href)
    sendResponse(stars.size)
  } else if (message.type === 'stars') {
    sendResponse([...stars])
  } else if (message.type === 'visits') {
    sendResponse(visits.has(message.path) ? visits.get(message.path).count : 0)
  } else if (message.type === 'last') {
    sendResponse(lastTag)
  }
})
