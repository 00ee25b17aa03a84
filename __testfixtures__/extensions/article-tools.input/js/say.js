var line = document.createElement('div')
line.className = 'article-tools-line'
line.textContent = said
document.body.appendChild(line)
setTimeout(function () {
  line.style.opacity = 0
}, 4000)
