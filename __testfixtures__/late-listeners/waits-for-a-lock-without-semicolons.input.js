let names = []

async function init() {
  await navigator.locks.request('start', () => {})
  names = ['a']
  chrome.commands.onCommand.addListener(command => {
    chrome.storage.local.set({ [command]: names })
  })
}

init()
