const log = (...args) => console.log(...args)
let label
const labelLoaded = chrome.storage.local.get('label').then((found) => {
  ({ label } = found)
}).catch(console.error)

chrome.tabs.onUpdated.addListener(async (id) => {
  await labelLoaded
  log(label, id)
})
;['first', 'second'].forEach((name) => log(name))
