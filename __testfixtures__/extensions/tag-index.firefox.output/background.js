// Tag -> addresses, in the order of their first use.
const index = new Map()
const stars = new Set()
const visits = new Map()
let lastTag = 'new'
const stateRestored = browser.storage.session.get({ index: [], stars: [], visits: [], lastTag }).then(saved => {
  for (const [key, value] of saved.index) index.set(key, new Set(value))
  for (const value of saved.stars) stars.add(value)
  for (const [key, value] of saved.visits) visits.set(key, value)
  lastTag = saved.lastTag
}).catch(console.error)

browser.runtime.onInstalled.addListener(() => {
  browser.menus.create({ id: 'tag', title: 'Tag again', contexts: ['page'] })
})

function tag(name, url) {
  if (!index.has(name)) {
    index.set(name, new Set())
    browser.storage.session.set({ index: [...index].map(([key, value]) => [key, [...value]]) })
  }
  index.get(name).add(url)
  lastTag = name
  browser.storage.session.set({ index: [...index].map(([key, value]) => [key, [...value]]), lastTag })
}

browser.menus.onClicked.addListener(async info => {
  await stateRestored
  if (info.menuItemId === 'tag' && info.pageUrl) tag(lastTag, info.pageUrl)
})

browser.action.onClicked.addListener(async tab => {
  if (!tab.url) return
  await stateRestored
  if (stars.has(tab.url)) {
    stars.delete(tab.url)
    browser.storage.session.set({ stars: [...stars] })
  }
  else {
    stars.add(tab.url)
    browser.storage.session.set({ stars: [...stars] })
  }
  browser.action.setBadgeText({ text: stars.size > 0 ? String(stars.size) : '' })
})

browser.tabs.onUpdated.addListener(async (tabId, change) => {
  if (!change.url) return
  const path = new URL(change.url).pathname
  await stateRestored
  visits.set(path, { count: ((visits.get(path) || {}).count || 0) + 1, tab: tabId })
  browser.storage.session.set({ visits: [...visits] })
})

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'tag') {
    const name = message.tag.trim()
    stateRestored.then(() => {
      tag(name, new URL(message.url).href)
      sendResponse({ tags: index.size, pages: index.get(name).size })
    })
    return true
  } else if (message.type === 'star') {
    stateRestored.then(() => {
      stars.add(new URL(message.url).href)
      browser.storage.session.set({ stars: [...stars] })
      sendResponse(stars.size)
    })
    return true
  } else if (message.type === 'stars') {
    stateRestored.then(() => {
      sendResponse([...stars])
    })
    return true
  } else if (message.type === 'visits') {
    stateRestored.then(() => {
      sendResponse(visits.has(message.path) ? visits.get(message.path).count : 0)
    })
    return true
  } else if (message.type === 'last') {
    stateRestored.then(() => {
      sendResponse(lastTag)
    })
    return true
  }
})
