const prefix = 'tab'

let settings
const settingsLoaded = (async () => {
  settings = await browser.storage.local.get()
})().catch(console.error)

browser.tabs.onUpdated.addListener(async (id) => {
  await settingsLoaded
  console.log(prefix, id, settings)
})
