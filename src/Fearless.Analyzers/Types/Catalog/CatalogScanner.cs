using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers.Types;

/// <summary>Walks over one entry's text; white space and comments between tokens mean nothing.</summary>
internal sealed class CatalogScanner(string text, int start, int end)
{
    private int _position = text[start] == '\uFEFF' ? start + 1 : start;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _position >= end;
        }
    }

    /// <summary>The next token's place, for messages.</summary>
    public TextSpan Here
    {
        get
        {
            SkipSpace();
            return _position < end ? new TextSpan(_position, 1) : LastToken;
        }
    }

    public TextSpan LastToken { get; private set; } = new(start, 0);

    public bool TryChar(char expected)
    {
        SkipSpace();
        if (_position >= end || text[_position] != expected)
            return false;
        LastToken = new TextSpan(_position++, 1);
        return true;
    }

    public bool TryWord(string expected)
    {
        var (position, token) = (_position, LastToken);
        if (Name() == expected)
            return true;
        (_position, LastToken) = (position, token);
        return false;
    }

    /// <summary>Letters, digits, underscores and dots; null if there are none.</summary>
    public string? Name()
    {
        SkipSpace();
        var from = _position;
        while (_position < end && (char.IsLetterOrDigit(text[_position]) || text[_position] is '_' or '.' or '`'))
            _position++;
        if (_position == from)
            return null;
        LastToken = TextSpan.FromBounds(from, _position);
        return text.Substring(from, _position - from);
    }

    /// <summary>A member's name: also <c>this[]</c>, operators' names and <c>*</c>.</summary>
    public string? Member()
    {
        SkipSpace();
        var from = _position;
        while (_position < end && !char.IsWhiteSpace(text[_position]) && text[_position] is not (',' or '(' or ')' or '#'))
            _position++;
        if (_position == from)
            return null;
        LastToken = TextSpan.FromBounds(from, _position);
        return text.Substring(from, _position - from);
    }

    /// <summary>Everything up to the closing parenthesis, which is consumed; null if there is none.</summary>
    public string? UntilClosed()
    {
        SkipSpace();
        var close = text.IndexOf(')', _position, end - _position);
        if (close < 0)
            return null;
        LastToken = TextSpan.FromBounds(_position, close);
        var result = text.Substring(_position, close - _position).Trim();
        _position = close + 1;
        return result;
    }

    /// <summary>Past the next white space, so that one mistake gives one message.</summary>
    public void SkipToken()
    {
        SkipSpace();
        var from = _position;
        while (_position < end && !char.IsWhiteSpace(text[_position]))
            _position++;
        LastToken = TextSpan.FromBounds(from, _position);
    }

    private void SkipSpace()
    {
        while (_position < end)
        {
            if (text[_position] == '#')
            {
                while (_position < end && text[_position] != '\n')
                    _position++;
            }
            else if (!char.IsWhiteSpace(text[_position]))
            {
                return;
            }
            else
            {
                _position++;
            }
        }
    }
}
