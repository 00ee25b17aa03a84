const prefix = 'tab'

;(async () => {
  const settings = await browser.storage.local.get()
  browser.tabs.onUpdated.addListener((id) => {
    console.log(prefix, id, settings)
  })
})()
