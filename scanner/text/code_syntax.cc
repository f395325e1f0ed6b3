#include "scanner/text/code_syntax.h"

namespace leaksieve {
namespace {

constexpr CodeSyntax kPython{.hash_comment = true,
                             .triple_quotes = true,
                             .newline_ends = true,
                             .indented = true,
                             .interpolation = Interpolation::brace};
constexpr CodeSyntax kJavascript{.slash_comment = true,
                                 .backtick = true,
                                 .template_backtick = true,
                                 .regex_literal = true,
                                 .dollar_names = true,
                                 .newline_ends = true,
                                 .ternary = true};
constexpr CodeSyntax kGo{.slash_comment = true,
                         .quote_is_string = false,
                         .backtick = true,
                         .newline_ends = true};
constexpr CodeSyntax kJava{.slash_comment = true,
                           .quote_is_string = false,
                           .triple_quotes = true,
                           .ternary = true};
constexpr CodeSyntax kKotlin{.slash_comment = true,
                             .nested_comment = true,
                             .quote_is_string = false,
                             .triple_quotes = true,
                             .newline_ends = true,
                             .interpolation = Interpolation::dollar};
constexpr CodeSyntax kScala{.slash_comment = true,
                            .nested_comment = true,
                            .quote_is_string = false,
                            .triple_quotes = true,
                            .newline_ends = true,
                            .interpolation = Interpolation::dollar_prefix};
constexpr CodeSyntax kGroovy{.slash_comment = true,
                             .triple_quotes = true,
                             .newline_ends = true,
                             .ternary = true,
                             .interpolation = Interpolation::dollar};
constexpr CodeSyntax kRust{.slash_comment = true,
                           .nested_comment = true,
                           .quote_is_string = false,
                           .lines_in_strings = true};
constexpr CodeSyntax kSwift{.slash_comment = true,
                            .nested_comment = true,
                            .quote_is_string = false,
                            .triple_quotes = true,
                            .newline_ends = true,
                            .ternary = true,
                            .interpolation = Interpolation::backslash};
constexpr CodeSyntax kRuby{.hash_comment = true,
                           .lines_in_strings = true,
                           .backtick = true,
                           .regex_literal = true,
                           .ruby_words = true,
                           .dollar_names = true,
                           .newline_ends = true,
                           .indented = true,
                           .ternary = true,
                           .interpolation = Interpolation::hash};
constexpr CodeSyntax kCsharp{.slash_comment = true,
                             .quote_is_string = false,
                             .triple_quotes = true,
                             .ternary = true,
                             .interpolation = Interpolation::brace};
constexpr CodeSyntax kPhp{.hash_comment = true,
                          .slash_comment = true,
                          .lines_in_strings = true,
                          .dollar_names = true,
                          .ternary = true,
                          .html_around = true,
                          .interpolation = Interpolation::dollar};
constexpr CodeSyntax kC{
    .slash_comment = true, .quote_is_string = false, .ternary = true};
constexpr CodeSyntax kDart{.slash_comment = true,
                           .triple_quotes = true,
                           .ternary = true,
                           .interpolation = Interpolation::dollar};
constexpr CodeSyntax kOther{.hash_comment = true,
                            .dash_comment = true,
                            .dollar_names = true,
                            .newline_ends = true,
                            .interpolation = Interpolation::dollar};
constexpr CodeSyntax kTerraform{.hash_comment = true,
                                .slash_comment = true,
                                .newline_ends = true,
                                .interpolation = Interpolation::dollar};

}  // namespace

const CodeSyntax& syntax_of(CodeLanguage language) {
  switch (language) {
    case CodeLanguage::python:
      return kPython;
    case CodeLanguage::javascript:
      return kJavascript;
    case CodeLanguage::go:
      return kGo;
    case CodeLanguage::java:
      return kJava;
    case CodeLanguage::kotlin:
      return kKotlin;
    case CodeLanguage::scala:
      return kScala;
    case CodeLanguage::groovy:
      return kGroovy;
    case CodeLanguage::rust:
      return kRust;
    case CodeLanguage::swift:
      return kSwift;
    case CodeLanguage::ruby:
      return kRuby;
    case CodeLanguage::csharp:
      return kCsharp;
    case CodeLanguage::php:
      return kPhp;
    case CodeLanguage::c:
      return kC;
    case CodeLanguage::dart:
      return kDart;
    case CodeLanguage::terraform:
      return kTerraform;
    default:
      return kOther;
  }
}

}  // namespace leaksieve
