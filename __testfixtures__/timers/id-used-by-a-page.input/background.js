var polling = setInterval(() => console.log('poll'), 60000);
