let list = []
let hits = 0

chrome.tabs.onCreated.addListener(tab => {
  list = list.concat(tab.id)
  ;[1, 2].forEach(id => console.log(id))
  hits++
  ;(() => console.log(hits, list.length))()
})
