let list = []
let hits = 0
const stateRestored = chrome.storage.session.get({ list, hits }).then(saved => {
  list = saved.list
  hits = saved.hits
}).catch(console.error)

chrome.tabs.onCreated.addListener(async tab => {
  await stateRestored
  list = list.concat(tab.id)
  chrome.storage.session.set({ list })
  ;[1, 2].forEach(id => console.log(id))
  hits++
  chrome.storage.session.set({ hits })
  ;(() => console.log(hits, list.length))()
})
