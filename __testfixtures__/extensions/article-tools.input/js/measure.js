(function () {
  var text = document.body.innerText
  return {
    words: text.split(/\s+/).filter(Boolean).length,
    images: document.images.length
  }
})()
