let names = []

let startListening
const listening = new Promise(resolve => {
  startListening = resolve
})

async function init() {
  await navigator.locks.request('start', () => {})
  names = ['a']
  startListening()
}

chrome.commands.onCommand.addListener(async command => {
  await listening
  chrome.storage.local.set({ [command]: names })
})

init()
