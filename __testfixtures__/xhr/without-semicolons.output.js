const API = 'https://example.com/api'

function concise(done) {
  fetch(API).then(async (response) => {
    const text = await response.text()
    ;(done || console.log)(text, response.status)
  })
}

function list(done) {
  fetch(API).then(async (response) => {
    await response.text()
    ;[done, console.log].forEach((f) => f(response.status))
  })
}

function behind(done) {
  done(0)
  fetch(API).then(async (response) => {
    await response.text()
    done(1)
  })
  ;[done, console.log].forEach((f) => f(2))
}

function between(done) {
  done(0)
  ;[done, console.log].forEach((f) => f(2))
  ;(done || console.log)(2)
  fetch(API).then(async (response) => {
    await response.text()
    done(1)
  })
  ;(done || console.log)(3)
}

function failing(done) {
  const signal = AbortSignal.timeout(5000)
  fetch(API, { signal })
    .then(async (response) => {
      await response.text()
      return response
    })
    .then((response) => {
      done(1)
    }, () => {
      if (signal.aborted) {
        (done || console.log)(3)
      } else {
        [done, console.log].forEach((f) => f(2))
      }
    })
}

function json(done) {
  fetch(API).then(async (response) => {
    const text = await response.text()
    let data = null
    try {
      data = JSON.parse(text)
    } catch {
      // What is no JSON is null.
    }
    ;[done, console.log].forEach((f) => f(data, response.status))
  })
}

function ready(done) {
  fetch(API)
    .then(async (response) => ({ response, text: await response.text() }))
    .catch(() => ({ response: Response.error(), text: '' }))
    .then(({ response, text }) => {
      (done || console.log)(text, response.status)
    })
}

function headers(done) {
  const requestHeaders = new Headers()
  ;['X-One', 'X-Two'].forEach((name) => console.log(name))
  for (const name of ['X-One', 'X-Two']) requestHeaders.append(name, '1')
  ; (done || console.log)(4)
  fetch(API, { headers: requestHeaders }).then(async (response) => {
    await response.text()
    done(response.status)
  })
}

chrome.runtime.onMessage.addListener(() => {
  for (const ask of [concise, list, behind, between, failing, json, ready, headers]) ask(console.log)
})
