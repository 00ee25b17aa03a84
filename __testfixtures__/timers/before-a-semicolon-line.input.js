const sources = ['a', 'b']
let timer = setInterval(check, 300000)
;[...sources].forEach((source) => check(source))

refresh()
;(() => console.log('started'))()
setInterval(refresh, 600000)
;`done`

function refresh() {
  fetch('https://news.example/').then((answer) => chrome.action.setTitle({ title: answer.statusText }))
}

function check(source) {
  fetch('https://news.example/' + source)
}

chrome.action.onClicked.addListener(() => {
  clearInterval(timer)
})
