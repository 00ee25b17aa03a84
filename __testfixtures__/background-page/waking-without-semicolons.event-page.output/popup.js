const title = document.title

document.addEventListener('click', async () => {
  console.log(title)
  ;(await browser.runtime.getBackgroundPage()).start()
})
