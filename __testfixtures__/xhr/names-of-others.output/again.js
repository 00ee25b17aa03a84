const signal2 = AbortSignal.timeout(4000);
fetch('https://example.com/api', { signal: signal2 })
  .then(async (response) => {
    await response.text();
    return response;
  })
  .then((response) => console.log(response.status), () => {
    if (!signal2.aborted) {
      console.log('failed');
    }
  });
