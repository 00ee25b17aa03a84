const title = document.title

document.addEventListener('click', () => {
  console.log(title)
  browser.extension.getBackgroundPage().start()
})
