const names = new Set()
let label
const labelLoaded = chrome.storage.local.get('label').then((found) => {
  ({ label } = found)
}).catch(console.error)

chrome.tabs.onUpdated.addListener(async (id) => {
  await labelLoaded
  console.log(label, id, names.size)
})
;['first', 'second'].forEach((name) => names.add(name))
