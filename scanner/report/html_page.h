#pragma once

#include <string_view>

namespace leaksieve {

/// The style sheet and the program of the HTML report, without the tags around them.
/// The page's security policy allows these two, by their hashes, and nothing else.
std::string_view html_style();

/// The program reads the JSON in #data and builds the page from it, in steps of some
/// findings. Texts become text nodes only, and positions are set through the object
/// model: neither needs the policy to allow anything.
std::string_view html_script();

}  // namespace leaksieve
