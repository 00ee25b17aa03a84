fetch(location.href).then(console.log);
