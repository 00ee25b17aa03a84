var count = 0
var last = null

function next () {
  return count++
}

function remember (id) {
  if (id > 1) return (last = id)
  return (
    last = null
  )
}

chrome.tabs.onCreated.addListener(function (tab) {
  console.log(next(), remember(tab.id), last)
})
