var count = 0
var last = null
var stateRestored = chrome.storage.session.get({ count: count, last: last }).then(function (saved) {
  count = saved.count
  last = saved.last
}).catch(console.error)

function next () {
  var result = count++
  chrome.storage.session.set({ count: count })
  return result
}

function remember (id) {
  if (id > 1) {
    last = id
    chrome.storage.session.set({ last: last })
    return last
  }
  last = null
  chrome.storage.session.set({ last: last })
  return last
}

chrome.tabs.onCreated.addListener(async function (tab) {
  await stateRestored
  console.log(next(), remember(tab.id), last)
})
