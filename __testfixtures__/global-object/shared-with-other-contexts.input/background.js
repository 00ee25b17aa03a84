window.Shared.wait(5).then(() => console.log(window.Shared));
