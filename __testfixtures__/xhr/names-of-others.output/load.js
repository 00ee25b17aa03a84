const limit = AbortSignal.timeout(4000);
fetch('https://example.com/api', { signal: limit })
  .then(async (response) => {
    await response.text();
    return response;
  })
  .then((response) => console.log(response.status), () => {
    if (!limit.aborted) {
      console.log('failed');
    }
  });

const requestHeaders = new Headers();
for (const name of Object.keys(headers)) requestHeaders.append(name, headers[name]);
fetch('https://example.com/api', { headers: requestHeaders }).then(async (answer) => {
  await answer.text();
  console.log(answer.status);
});
