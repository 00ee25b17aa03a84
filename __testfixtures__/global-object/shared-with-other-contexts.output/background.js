self.Shared.wait(5).then(() => console.log(self.Shared));
