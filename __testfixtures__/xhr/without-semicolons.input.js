const API = 'https://example.com/api'

function concise(done) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', API)
  xhr.onload = () => (done || console.log)(xhr.responseText, xhr.status)
  xhr.send()
}

function list(done) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', API)
  xhr.onload = () => {
    [done, console.log].forEach((f) => f(xhr.status))
  }
  xhr.send()
}

function behind(done) {
  done(0)
  const xhr = new XMLHttpRequest()
  xhr.open('GET', API)
  xhr.send()
  xhr.onload = () => { done(1) }
  ;[done, console.log].forEach((f) => f(2))
}

function between(done) {
  done(0)
  const xhr = new XMLHttpRequest()
  ;[done, console.log].forEach((f) => f(2))
  xhr.onload = () => { done(1) }
  xhr.open('GET', API)
  ;(done || console.log)(2)
  xhr.send()
  ;(done || console.log)(3)
}

function failing(done) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', API)
  xhr.timeout = 5000
  xhr.onload = () => { done(1) }
  xhr.onerror = () => [done, console.log].forEach((f) => f(2))
  xhr.ontimeout = () => { (done || console.log)(3) }
  xhr.send()
}

function json(done) {
  const xhr = new XMLHttpRequest()
  xhr.responseType = 'json'
  xhr.open('GET', API)
  xhr.onload = () => { [done, console.log].forEach((f) => f(xhr.response, xhr.status)) }
  xhr.send()
}

function ready(done) {
  const xhr = new XMLHttpRequest()
  xhr.onreadystatechange = () => { if (xhr.readyState === 4) (done || console.log)(xhr.response, xhr.status) }
  xhr.open('GET', API)
  xhr.send()
}

function headers(done) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', API)
  ;['X-One', 'X-Two'].forEach((name) => console.log(name))
  for (const name of ['X-One', 'X-Two']) xhr.setRequestHeader(name, '1')
  xhr.onload = () => done(xhr.status); (done || console.log)(4)
  xhr.send()
}

chrome.runtime.onMessage.addListener(() => {
  for (const ask of [concise, list, behind, between, failing, json, ready, headers]) ask(console.log)
})
