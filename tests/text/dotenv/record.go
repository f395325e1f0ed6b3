// Reads an environment file from standard input, writes its variables as JSON.
// Needs github.com/compose-spec/compose-go/v2 and github.com/joho/godotenv. See record.py.
package main

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	compose "github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/joho/godotenv"
)

func main() {
	text, _ := io.ReadAll(os.Stdin)
	var values map[string]string
	var err error
	if os.Args[1] == "compose" {
		values, err = compose.Parse(strings.NewReader(string(text)))
	} else {
		values, err = godotenv.Parse(strings.NewReader(string(text)))
	}
	if err != nil {
		os.Exit(1)
	}
	_ = json.NewEncoder(os.Stdout).Encode(values)
}
