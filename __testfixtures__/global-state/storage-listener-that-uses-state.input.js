'use strict'

let settings = { limit: 2 }
let opened = 0

chrome.storage.onChanged.addListener(function (changes) {
  // Each setting has a key of its own.
  for (const key in changes) settings[key] = changes[key].newValue
  console.log(opened)
})

chrome.tabs.onCreated.addListener(() => {
  opened += 1
  if (opened > settings.limit) console.log('many')
})
