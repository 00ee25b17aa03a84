'use strict'

let settings = { limit: 2 }
let opened = 0
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened
}).catch(console.error)

chrome.storage.onChanged.addListener(async function (changes, area) {
  if (area === 'session') return
  // Each setting has a key of its own.
  for (const key in changes) settings[key] = changes[key].newValue
  await stateRestored
  console.log(opened)
})

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored
  opened += 1
  chrome.storage.session.set({ opened })
  if (opened > settings.limit) console.log('many')
})
